namespace Segmentation.Core.Frame;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Numbers with a fraction.</summary>
    Number,

    /// <summary>Calendar dates, with or without a time of day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>Few distinct texts that recur.</summary>
    Category,

    /// <summary>Texts that mostly differ from row to row.</summary>
    Text,
}

/// <summary>What a column is used for.</summary>
public enum ColumnRole
{
    /// <summary>Names the customer; never clustered.</summary>
    Identifier,

    /// <summary>A number that may tell customers apart.</summary>
    Feature,

    /// <summary>A group that customers belong to; clustered only when chosen, one indicator per category.</summary>
    Category,

    /// <summary>A moment in time.</summary>
    Date,

    /// <summary>A known answer, such as a class or a response; kept out of the clustering and used to compare.</summary>
    Label,

    /// <summary>Left out, and kept in the export.</summary>
    Ignored,
}
