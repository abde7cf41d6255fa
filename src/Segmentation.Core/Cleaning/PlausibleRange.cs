namespace Segmentation.Core.Cleaning;

/// <summary>What values a column can hold, guessed from its name.</summary>
public static class PlausibleRange
{
    private static readonly AllowedRange s_age = new(0, 120);
    private static readonly AllowedRange s_birthYear = new(1900, 2100);

    // Names without case, spaces and punctuation. Few on purpose: a wrong guess takes true values away.
    private static readonly HashSet<string> s_ageNames = new(StringComparer.Ordinal)
    {
        "age", "ages", "ageinyears", "ageyears", "ageyrs", "currentage", "customerage", "clientage", "memberage", "userage",
        "alter", "lebensalter", "edad", "idade", "âge", "leeftijd", "età",
    };

    private static readonly HashSet<string> s_birthYearNames = new(StringComparer.Ordinal)
    {
        "yearbirth", "birthyear", "yearofbirth", "yob", "yearborn", "bornyear", "birthyr",
        "geburtsjahr", "jahrgang", "annéedenaissance", "anneedenaissance", "añodenacimiento", "anodenacimiento",
        "anodenascimento", "annodinascita", "geboortejaar",
    };

    /// <summary>
    /// 0 to 120 for ages, 1900 to 2100 for years of birth, by the names usual in a few languages whatever their case,
    /// spaces and punctuation; null for a name that says nothing.
    /// </summary>
    public static AllowedRange? Of(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var name = string.Concat(column.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return s_ageNames.Contains(name) ? s_age
            : s_birthYearNames.Contains(name) ? s_birthYear
            : null;
    }
}
