using System.Globalization;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using static Segmentation.Core.Reporting.ReportText;

namespace Segmentation.Core.Reporting;

/// <summary>
/// A segmentation as one HTML file that needs nothing else: no script, no network. It opens offline and prints well. Everything that comes
/// from the file is encoded.
/// </summary>
public static class HtmlReport
{
    private const int MostColumns = 200;
    private const int MostIssues = 50;
    private const int MostFeatures = 40;
    private const int Traits = 4;

    /// <summary>Writes the report. The same facts and imprint give the same bytes.</summary>
    /// <param name="facts">What is told.</param>
    /// <param name="imprint">What the report says of itself.</param>
    /// <param name="output">Written from its position on, as UTF-8, and left open.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static void Write(ReportFacts facts, ReportImprint imprint, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(imprint);
        ArgumentNullException.ThrowIfNull(output);
        using var html = new HtmlWriter(output);
        new Document(html, facts, imprint, cancellationToken).Write();
    }

    private sealed class Document(HtmlWriter html, ReportFacts facts, ReportImprint imprint, CancellationToken cancellationToken)
    {
        private readonly SegmentationSnapshot _snapshot = facts.Snapshot;
        private readonly ReportCharts _charts = new(html, facts.Snapshot);
        private readonly RuleSet _rules = facts.Rules.At(facts.Rules.SuggestedLeaves);

        public void Write()
        {
            var title = $"Segments of {Name(_snapshot.Data.Name)}";
            html.Begin();
            html.Element("html", () =>
            {
                html.Element("head", () =>
                {
                    html.Void("meta", ("charset", "utf-8"));
                    html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                    html.Element("title", title);
                    html.Element("style", ReportStyle.Css);
                });
                html.Element("body", () => Body(title));
            }, ("lang", "en"));
        }

        private void Body(string title)
        {
            html.Element("header", () =>
            {
                html.Element("h1", title);
                html.Element("p", Summary());
                html.Element("p", imprint.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ("class", "soft"));
            });
            Section("Segments", Segments);
            Section("Map", _charts.Map);
            Section("Profiles", HeatMap);
            Section("Rules", Rules);
            Section("How many?", () => _charts.Curve(facts.Curve));
            Section("Choices", () => html.Table(["Choice", "Value", "Why"], ChoiceText.Of(facts), "even"));
            Section("Data", Data);
            Section("Cleaning", Cleaning);
            Section("Manifest", Manifest);
        }

        private void Section(string title, Action content)
        {
            cancellationToken.ThrowIfCancellationRequested();
            html.Element("section", () =>
            {
                html.Element("h2", title);
                content();
            });
        }

        private string Summary()
        {
            var aside = _snapshot.Cleaning.SetAside.Count;
            var unassigned = _snapshot.Quality.Clustering.UnassignedRows;
            return $"{Plural(_snapshot.SegmentCount, "segment")} of {_snapshot.Noun.Count(_snapshot.Features.Rows.Count)}."
                + (unassigned > 0 ? $" {Count(unassigned)} unassigned." : "")
                + (aside > 0 ? $" {Count(aside)} set aside." : "")
                + (_snapshot.Quality.Silhouette is { } silhouette ? $" Mean silhouette {Number(silhouette.Mean)}." : "");
        }

        private void Segments()
        {
            foreach (var profile in _snapshot.ByNumber)
            {
                html.Element("article", () =>
                {
                    html.Element("h3", Name(profile.Name));
                    html.Element("p", () =>
                    {
                        _charts.Bar(profile.Share, profile.Number);
                        html.Element("span", $" {_snapshot.Noun.Count(profile.Size)}, {Share(profile.Share)}");
                    });
                    html.Element("ul", () =>
                    {
                        foreach (var trait in profile.Strongest(Traits))
                        {
                            html.Element("li", Trait(trait, IsShare(trait.Feature)));
                        }
                    });
                    var rule = _rules.Sentence(profile.Number) is { } found ? $"Rule: {found}." : "Too few for a rule of their own.";
                    html.Element("p", rule, ("class", "soft"));
                });
            }
        }

        private void HeatMap()
        {
            var profiles = _snapshot.ByNumber.ToList();
            var features = _snapshot.Features.Columns.Take(MostFeatures).ToList();
            html.Element("table", () =>
            {
                html.Element("thead", () => html.Element("tr", () =>
                {
                    html.Element("th", "Feature");
                    profiles.ForEach(profile => html.Element("th", Name(profile.Name)));
                    html.Element("th", "All");
                }));
                html.Element("tbody", () =>
                {
                    foreach (var (place, feature) in features.Index())
                    {
                        html.Element("tr", () =>
                        {
                            html.Element("th", Name(feature.Name));
                            foreach (var trait in profiles.Select(profile => profile.Traits[place]))
                            {
                                var colour = ReportCharts.HeatOf(trait.StandardisedDifference);
                                html.Element("td", Mean(trait.Mean, feature.IsIndicator), ("style", $"background:{colour}"));
                            }

                            html.Element("td", Mean(profiles[0].Traits[place].OverallMean, feature.IsIndicator));
                        });
                    }
                });
            }, ("class", "heat"));
            var more = More(_snapshot.Features.Columns.Count, MostFeatures);
            html.Element("p", $"Means in the units of the file; blue is below the mean of all, red above.{more}", ("class", "soft"));
        }

        private void Rules()
        {
            var (rules, share) = (Plural(_rules.Tree.LeafCount, "rule"), Share(_rules.Tree.Fidelity));
            html.Element("p", $"{rules} put {share} of the {_snapshot.Noun.Many} into their own segment.");
            html.Element("pre", _rules.ToSql());
        }

        private void Data()
        {
            var frame = _snapshot.Data.Frame;
            var size = $"{Count(frame.Rows)} rows, {Plural(frame.Columns.Count, "column")}.{More(frame.Columns.Count, MostColumns)}";
            html.Element("p", $"{Name(_snapshot.Data.Name)}: {size}");
            html.Table(
                ["Column", "Holds", "Used as", "Missing", "Least", "Mean", "Most"], frame.Columns.Take(MostColumns).Select(Describe));
            var issues = _snapshot.Data.Issues.Count == 0 ? "Nothing about the file is noteworthy." : "Noteworthy about the file:";
            html.Element("p", issues + More(_snapshot.Data.Issues.Count, MostIssues));
            html.Element("ul", () =>
            {
                foreach (var issue in _snapshot.Data.Issues.Take(MostIssues))
                {
                    html.Element("li", issue.Message);
                }
            });
        }

        private IEnumerable<string> Describe(DataColumn column)
        {
            var description = ColumnDescription.Of(column);
            return [
                Name(column.Name),
                Type(column.Type),
                _snapshot.Schema.RoleOf(column.Name).ToString().ToLowerInvariant(),
                Count(description.Missing),
                description.Minimum is { } least ? Number(least) : "",
                description.Mean is { } mean ? Number(mean) : "",
                description.Maximum is { } most ? Number(most) : "",
            ];
        }

        private void Cleaning()
        {
            var cleaning = _snapshot.Cleaning;
            html.Table(
                ["What", "Rows", "Set aside", "Applied"],
                cleaning.Ledger.Select(Tell));
            var reasons = string.Join(", ", cleaning.SetAside.Counts.Select(pair => $"{Count(pair.Value)} for {pair.Key}"));
            html.Element("p", cleaning.SetAside.Count == 0
                ? $"No {_snapshot.Noun.One} was set aside."
                : $"{_snapshot.Noun.Count(cleaning.SetAside.Count)} set aside: {reasons}.");
        }

        private static string[] Tell(LedgerEntry entry) =>
            [entry.Description, Count(entry.Rows), Count(entry.SetAside), entry.IsOn ? "yes" : "no"];

        private void Manifest()
        {
            html.Table(["", ""],
            [
                ["File", Name(_snapshot.Data.Name)],
                ["SHA-256", imprint.FileHash ?? "not a file"],
                ["Seed", _snapshot.Recipe.Clustering.Seed.ToString(CultureInfo.InvariantCulture)],
                ["Version", imprint.Version],
            ]);
            html.Element("p", "The recipe, which gives the same segments again:");
            html.Element("pre", RecipeJson.Write(_snapshot.Recipe));
        }

        private bool IsShare(string feature) => _snapshot.Features.Columns.First(column => column.Name == feature).IsIndicator;

        private static string More(int count, int shown) => count > shown ? $" The first {shown} of {Count(count)} are shown." : "";

        private static string Plural(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";
    }
}
