using System.Globalization;

namespace Segmentation.Cli;

/// <summary>Numbers as people read them.</summary>
internal static class Words
{
    /// <summary>Rounded, thousands separated; a dash when there is none.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString(Math.Abs(number) >= 1000 ? "N0" : Math.Abs(number) >= 0.01 ? "0.###" : "G4", CultureInfo.InvariantCulture) : "-";
}
