using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling.Actions;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Actions;

public class ColumnMeaningsTests
{
    [Theory]
    [InlineData("Annual Income (k$)", ColumnMeaning.Income)]
    [InlineData("Spending Score (1-100)", ColumnMeaning.Spend)]
    [InlineData("MntWines", ColumnMeaning.Spend)]
    [InlineData("Recency", ColumnMeaning.Recency)]
    [InlineData("Days since last visit", ColumnMeaning.Recency)]
    [InlineData("Visits a month", ColumnMeaning.Frequency)]
    [InlineData("NumStorePurchases", ColumnMeaning.Frequency)]
    [InlineData("Tenure_months", ColumnMeaning.Tenure)]
    [InlineData("AcceptedCmp1", ColumnMeaning.Response)]
    [InlineData("Bought on discount (%)", ColumnMeaning.None)]
    [InlineData("Price paid ($)", ColumnMeaning.None)]
    [InlineData("Value (€)", ColumnMeaning.Spend)]
    [InlineData("Age", ColumnMeaning.None)]
    public void Guess_OfANumber_GoesByNameAndUnit(string name, ColumnMeaning meaning) =>
        Assert.Equal(meaning, ColumnMeanings.Guess(Tables.Numbers(name, 1)));

    [Theory]
    [InlineData("Dt_Customer", ColumnMeaning.Tenure)]
    [InlineData("Joined", ColumnMeaning.Tenure)]
    [InlineData("Last order", ColumnMeaning.Recency)]
    [InlineData("Birthday", ColumnMeaning.None)]
    public void Guess_OfADate_GoesByName(string name, ColumnMeaning meaning) =>
        Assert.Equal(meaning, ColumnMeanings.Guess(new DateColumn(name, [new DateTime(2020, 1, 1)])));

    [Fact]
    public void Guess_OfNumbersWithACurrency_IsSpending() =>
        Assert.Equal(ColumnMeaning.Spend, ColumnMeanings.Guess(new NumberColumn("x", [1], style: new NumberStyle(Prefix: "R$ "))));

    [Fact]
    public void Of_WhatAPersonSays_GoesBeforeTheGuess()
    {
        var data = Tables.Of(Tables.Numbers("Income", 1), Tables.Numbers("n", 1), Tables.Categories("Spending", "a"));

        var meanings = ColumnMeanings.Of(
            data.Frame, data.Schema, ValueMap<ColumnMeaning>.Empty.With("Income", ColumnMeaning.None).With("n", ColumnMeaning.Spend).With("gone", ColumnMeaning.Spend));

        Assert.Equal([KeyValuePair.Create("n", ColumnMeaning.Spend)], meanings);
    }

    [Fact]
    public void MoneyColumns_ATotalStandsForAll_AndAveragesAndScoresAreNone()
    {
        Assert.Equal(["MntWines", "MntFish"], Money("MntWines", "MntFish", "Spending Score", "Basket (€)", "Income"));
        Assert.Equal(["Total spend"], Money("MntWines", "Total spend"));
        Assert.Empty(Money("Basket (€)", "Age"));
    }

    private static IReadOnlyList<string> Money(params string[] names)
    {
        var data = Tables.Of([.. names.Select(name => Tables.Numbers(name, 1))]);
        return ColumnMeanings.MoneyColumns(data.Frame, ColumnMeanings.Of(data.Frame, data.Schema, ValueMap<ColumnMeaning>.Empty));
    }
}
