using System.CommandLine;
using System.Globalization;

namespace Segmentation.Cli;

/// <summary>Makes options that take one of a few words, or a number within limits, and say so when they get something else.</summary>
internal static class Choice
{
    /// <summary>An option whose value is one of <paramref name="words"/>, in upper or lower case.</summary>
    public static Option<T?> Of<T>(string name, string description, params (string Word, T Value)[] words)
        where T : struct
    {
        var known = string.Join('|', words.Select(word => word.Word));
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = known,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                foreach (var (word, value) in words)
                {
                    if (word.Equals(given, StringComparison.OrdinalIgnoreCase))
                    {
                        return value;
                    }
                }

                result.AddError($"{name} is one of {known.Replace("|", ", ", StringComparison.Ordinal)}, not '{given}'");
                return null;
            },
        };
    }

    /// <summary>An option whose value is a whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (TryParse(given, least, most, out var number))
            {
                return number;
            }

            result.AddError($"{name} is a whole number from {least} to {most}, not '{given}'");
            return null;
        },
    };

    /// <summary>True when <paramref name="text"/> is a whole number within the limits.</summary>
    public static bool TryParse(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
