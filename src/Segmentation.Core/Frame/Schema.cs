using Segmentation.Core.Collections;

namespace Segmentation.Core.Frame;

/// <summary>What each column of a frame is used for. Equal to another with the same roles.</summary>
/// <param name="Roles">One role per column name.</param>
public sealed record Schema(ValueMap<ColumnRole> Roles)
{
    /// <summary>The role of a column; ignored when the schema does not know it.</summary>
    public ColumnRole RoleOf(string column) => Roles.TryGetValue(column, out var role) ? role : ColumnRole.Ignored;

    /// <summary>The first column that names the customer, or null.</summary>
    public string? Identifier => Roles.Where(pair => pair.Value == ColumnRole.Identifier).Select(pair => pair.Key).FirstOrDefault();

    /// <summary>
    /// What the columns are likely used for. A unique key is the identifier, or else a column named like one; constant and
    /// empty columns, texts and further keys are ignored; a column with few values and a name such as response is a label.
    /// </summary>
    public static Schema Guess(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new Schema(SchemaGuess.Roles(frame));
    }

    /// <summary>This schema with the roles a person chose; names it does not know are passed over.</summary>
    public Schema With(ValueMap<ColumnRole> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        // One column names the customer: choosing one releases the guessed one.
        var isNamed = chosen.Any(pair => pair.Value == ColumnRole.Identifier && Roles.ContainsKey(pair.Key));
        var roles = isNamed
            ? Roles.Select(pair => pair.Value == ColumnRole.Identifier ? KeyValuePair.Create(pair.Key, ColumnRole.Ignored) : pair).ToValueMap()
            : Roles;
        foreach (var (column, role) in chosen)
        {
            if (roles.ContainsKey(column))
            {
                roles = roles.With(column, role);
            }
        }

        return new Schema(roles);
    }
}
