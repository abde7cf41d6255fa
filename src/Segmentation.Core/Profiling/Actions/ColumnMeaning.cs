namespace Segmentation.Core.Profiling.Actions;

/// <summary>What a number says about a customer, as far as it decides what to do with them.</summary>
public enum ColumnMeaning
{
    /// <summary>Nothing that a rule asks for.</summary>
    None,

    /// <summary>How much they spend.</summary>
    Spend,

    /// <summary>How much they could spend.</summary>
    Income,

    /// <summary>How long ago they were last seen: high is long ago. A date of the last visit is read the other way round.</summary>
    Recency,

    /// <summary>How often they come.</summary>
    Frequency,

    /// <summary>How long they have been customers. A date of signing up is read the other way round.</summary>
    Tenure,

    /// <summary>Whether they answer to offers.</summary>
    Response,

    /// <summary>How large the segment is; no column has it.</summary>
    Size,
}

/// <summary>How a segment compares with everybody.</summary>
public enum MeaningLevel
{
    /// <summary>At least <see cref="SegmentTrait.MinDifference"/> below; a size of at most half an equal share.</summary>
    Low,

    /// <summary>In between.</summary>
    Average,

    /// <summary>At least <see cref="SegmentTrait.MinDifference"/> above; a size of at least one and a half equal shares.</summary>
    High,
}

/// <summary>What can be done with a segment.</summary>
public enum MarketingAction
{
    /// <summary>Nothing: contact would cost more than it brings.</summary>
    LeaveAlone,

    /// <summary>Offer them other goods than those they buy.</summary>
    CrossSell,

    /// <summary>Offer them more, or better.</summary>
    UpSell,

    /// <summary>Get them back.</summary>
    WinBack,

    /// <summary>Give them a reason to come more often.</summary>
    MembershipCard,

    /// <summary>Thank them, so that they stay.</summary>
    Reward,

    /// <summary>Show the new ones what there is.</summary>
    Welcome,
}
