using Segmentation.Core.Clustering;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

public sealed class CompactRowsTests
{
    [Fact]
    public void TheLastPointTakesThePlaceOfTheOneThatGoes()
    {
        var rows = new CompactRows(Matrices.Of([[1, 10], [2, 20], [3, 30]]), extraColumns: 1);
        rows.Extra(0)[2] = 7;

        rows.RemoveAt(0);

        Assert.Equal(2, rows.Count);
        Assert.Equal([2, 1], rows.Ids[..2]);
        Assert.Equal((0, 1), (rows.Places[2], rows.Places[1]));
        Assert.Equal([3.0, 2, double.PositiveInfinity], rows.Cells[..3]);
        Assert.Equal([30.0, 20, double.PositiveInfinity], rows.Cells[rows.Stride..(rows.Stride + 3)]);
        Assert.Equal(7, rows.Extra(0)[0]);
    }

    [Fact]
    public void BehindTheLastPointNothingIsNear()
    {
        var rows = new CompactRows(Matrices.OneColumn(5), extraColumns: 0);
        Assert.Equal(CompactRows.Lanes, rows.Stride);
        Assert.All(rows.Cells.Skip(1), cell => Assert.Equal(double.PositiveInfinity, cell));
        rows.RemoveAt(0);
        Assert.Equal(0, rows.Count);
        Assert.Equal(double.PositiveInfinity, rows.Cells[0]);
    }

    [Fact]
    public void PointsCanBeMoved()
    {
        var rows = new CompactRows(Matrices.Of([[1, 10], [2, 20]]), extraColumns: 0);
        rows.MovePoint(1, [8, 9]);
        var point = new double[2];
        rows.CopyPoint(1, point);
        Assert.Equal([8, 9], point);
    }

    [Fact]
    public void WhateverGoesThoseLeftKeepTheirCells()
    {
        var matrix = Matrices.Clouds(100, 3, 2);
        var rows = new CompactRows(matrix, extraColumns: 0);
        var random = new SeededRandom(1);
        var (left, point, expected) = (Enumerable.Range(0, 100).ToHashSet(), new double[3], new double[3]);
        while (rows.Count > 0)
        {
            var place = random.Next(rows.Count);
            left.Remove(rows.Ids[place]);
            rows.RemoveAt(place);
            foreach (var row in left)
            {
                rows.CopyPoint(rows.Places[row], point);
                matrix.CopyRow(row, expected);
                Assert.Equal(expected, point);
            }
        }

        Assert.Empty(left);
    }
}
