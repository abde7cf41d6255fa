using System.Globalization;
using System.Text.Json.Serialization;
using Segmentation.Core.Collections;

namespace Segmentation.Core.Frame;

/// <summary>
/// What a row must be like in one respect. A row whose cell is missing fulfils none but <see cref="MissingCell"/>. A condition on a
/// column that a frame does not have, or that holds something else there, is fulfilled by no row.
/// </summary>
[JsonDerivedType(typeof(NumberRange), "range")]
[JsonDerivedType(typeof(DateRange), "dates")]
[JsonDerivedType(typeof(CategoryChoice), "categories")]
[JsonDerivedType(typeof(MissingCell), "missing")]
[JsonDerivedType(typeof(SegmentMember), "segment")]
public abstract record RowCondition
{
    private protected RowCondition()
    {
    }

    /// <summary>The condition in words for people: <c>Income 20,000 to 40,000</c>. Long names are cut.</summary>
    [JsonIgnore]
    public string Words => InWords;

    /// <summary>The condition as a text that no other condition has.</summary>
    [JsonIgnore]
    internal abstract string Key { get; }

    /// <summary>What the condition is about; conditions with one subject replace each other: a column's name, or null for the segment.</summary>
    [JsonIgnore]
    public string? Subject => About;

    // Overridden under other names, because a serialiser would write an override of what it is told to ignore.
    private protected abstract string InWords { get; }

    private protected abstract string? About { get; }

    /// <exception cref="ArgumentException">The condition makes no sense or is longer than its limits.</exception>
    public virtual void ThrowIfInvalid()
    {
        if (Subject is { Length: 0 })
        {
            throw new ArgumentException("A condition names no column.");
        }
    }

    private protected static string Name(string text) => FilterText.Cut(text);

    private protected static string In(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A number from <paramref name="From"/> to <paramref name="To"/>; null for no limit.</summary>
/// <param name="Column">A column of numbers.</param>
/// <param name="From">The least.</param>
/// <param name="To">The greatest, or what it must stay under.</param>
/// <param name="IsUnder">Whether it must stay under <paramref name="To"/>.</param>
public sealed record NumberRange(string Column, double? From, double? To, bool IsUnder = false) : RowCondition
{
    private protected override string InWords => (From, To) switch
    {
        ({ } from, { } to) when from == to => $"{Name(Column)} {FilterText.Number(from)}",
        ({ } from, { } to) => $"{Name(Column)} {FilterText.Number(from)} to {(IsUnder ? "under " : "")}{FilterText.Number(to)}",
        ({ } from, null) => $"{Name(Column)} from {FilterText.Number(from)}",
        (null, { } to) => $"{Name(Column)} {(IsUnder ? "under" : "up to")} {FilterText.Number(to)}",
        _ => $"{Name(Column)} has a number",
    };

    private protected override string About => Column;

    internal override string Key => In($"{Column} {From:R} to {(IsUnder ? "under " : "")}{To:R}");

    /// <inheritdoc/>
    public override void ThrowIfInvalid()
    {
        base.ThrowIfInvalid();
        if (From > To || (From is { } from && !double.IsFinite(from)) || (To is { } to && !double.IsFinite(to)))
        {
            throw new ArgumentException($"{Name(Column)} cannot lie from {From} to {To}.");
        }
    }
}

/// <summary>A date from <paramref name="From"/> to before <paramref name="Before"/>; null for no limit.</summary>
/// <param name="Column">A column of dates.</param>
/// <param name="From">The earliest.</param>
/// <param name="Before">What it must come before.</param>
public sealed record DateRange(string Column, DateTime? From, DateTime? Before) : RowCondition
{
    private protected override string InWords => (From, Before) switch
    {
        ({ } from, { } before) when before - from == TimeSpan.FromDays(1) && IsDay(from) => $"{Name(Column)} {Iso(from)}",
        ({ } from, { } before) => $"{Name(Column)} {Iso(from)} to {(IsDay(before) ? Iso(before.AddDays(-1)) : "before " + Iso(before))}",
        ({ } from, null) => $"{Name(Column)} from {Iso(from)}",
        (null, { } before) => $"{Name(Column)} before {Iso(before)}",
        _ => $"{Name(Column)} has a date",
    };

    private protected override string About => Column;

    internal override string Key => In($"{Column} {From:O} before {Before:O}");

    /// <inheritdoc/>
    public override void ThrowIfInvalid()
    {
        base.ThrowIfInvalid();
        if (From >= Before || Before == DateTime.MinValue)
        {
            throw new ArgumentException($"{Name(Column)} cannot lie from {From:O} to before {Before:O}.");
        }
    }

    private static bool IsDay(DateTime date) => date.TimeOfDay == TimeSpan.Zero;

    private static string Iso(DateTime date) =>
        date.ToString(IsDay(date) ? DateColumn.IsoDate : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>One of some categories, or another one than those.</summary>
/// <param name="Column">A column of texts, categories or booleans.</param>
/// <param name="Categories">1 to <see cref="MaxCategories"/> of them, as the file writes them.</param>
/// <param name="IsOther">True for any category that is not among them.</param>
public sealed record CategoryChoice(string Column, ValueList<string> Categories, bool IsOther = false) : RowCondition
{
    /// <summary>Most categories of one condition.</summary>
    public const int MaxCategories = 100;

    private protected override string InWords => $"{Name(Column)} is {(IsOther ? "other than " : "")}{FilterText.List(Categories, IsOther ? "and" : "or")}";

    private protected override string About => Column;

    internal override string Key => $"{Column} is {(IsOther ? "other than " : "")}{string.Join(" or ", Categories)}";

    /// <inheritdoc/>
    public override void ThrowIfInvalid()
    {
        base.ThrowIfInvalid();
        if (Categories.Count is 0 or > MaxCategories)
        {
            throw new ArgumentException($"A condition on {Name(Column)} lists {Categories.Count} categories; 1 to {MaxCategories} are possible.");
        }
    }
}

/// <summary>No value.</summary>
/// <param name="Column">Any column.</param>
public sealed record MissingCell(string Column) : RowCondition
{
    private protected override string InWords => $"{Name(Column)} is missing";

    private protected override string About => Column;

    internal override string Key => $"{Column} is missing";
}

/// <summary>A row of a segment. Segments come after the recipe, so that no step of a recipe can hold this condition.</summary>
/// <param name="Number">The segment's number; 0 for rows in none.</param>
public sealed record SegmentMember(int Number) : RowCondition
{
    private protected override string InWords => Number == 0 ? "Unassigned" : In($"Segment {Number}");

    private protected override string? About => null;

    internal override string Key => In($"segment {Number}");
}
