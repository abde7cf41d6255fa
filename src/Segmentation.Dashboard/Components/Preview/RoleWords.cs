using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Components.Preview;

/// <summary>Types and roles of columns in plain words.</summary>
public static class RoleWords
{
    /// <summary>What a type is called.</summary>
    public static string Type(ColumnType type) => type switch
    {
        ColumnType.Integer => "whole number",
        ColumnType.Number => "number",
        ColumnType.Date => "date",
        ColumnType.Boolean => "yes or no",
        ColumnType.Category => "category",
        _ => "text",
    };

    /// <summary>What a role is called.</summary>
    public static string Label(ColumnRole role) => role switch
    {
        ColumnRole.Identifier => "Names the customer",
        ColumnRole.Feature => "Feature",
        ColumnRole.Category => "Category",
        ColumnRole.Date => "Date",
        ColumnRole.Label => "Known answer",
        _ => "Ignored",
    };

    /// <summary>What the column is used for in the role.</summary>
    public static string Explanation(ColumnRole role) => role switch
    {
        ColumnRole.Identifier => "Tells whose row it is (identifier); never used to segment.",
        ColumnRole.Feature => "A number that tells rows apart; used to segment.",
        ColumnRole.Category => "A group that rows belong to; used to segment when you choose it.",
        ColumnRole.Date => "A moment in time; not used to segment.",
        ColumnRole.Label => "Something known beforehand (label), kept out of the segments so that they can be compared with it.",
        _ => "Left out; it stays in the export.",
    };

    /// <summary>The roles that make sense for a column, the one it has among them.</summary>
    public static IReadOnlyList<ColumnRole> For(ColumnType type, ColumnRole current)
    {
        ColumnRole[] sensible = type switch
        {
            ColumnType.Integer or ColumnType.Number => [ColumnRole.Feature, ColumnRole.Identifier, ColumnRole.Label, ColumnRole.Ignored],
            ColumnType.Category or ColumnType.Boolean => [ColumnRole.Category, ColumnRole.Identifier, ColumnRole.Label, ColumnRole.Ignored],
            ColumnType.Date => [ColumnRole.Date, ColumnRole.Identifier, ColumnRole.Ignored],
            _ => [ColumnRole.Identifier, ColumnRole.Label, ColumnRole.Ignored],
        };
        return sensible.Contains(current) ? sensible : [current, .. sensible];
    }
}
