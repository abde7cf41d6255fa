using System.Globalization;

namespace Segmentation.Cli;

/// <summary>Numbers as people read them.</summary>
internal static class Words
{
    /// <summary>Four significant digits; a dash when there is none.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString("G4", CultureInfo.InvariantCulture) : "-";
}
