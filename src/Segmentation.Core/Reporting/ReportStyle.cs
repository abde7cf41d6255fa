namespace Segmentation.Core.Reporting;

/// <summary>The look of a report, on the screen and on paper. Free of characters that HTML and XML read differently.</summary>
internal static class ReportStyle
{
    public const string Css = """

        @page { margin: 15mm; }
        body { max-width: 1000px; margin: 0 auto; padding: 24px; background: #ffffff; color: #171a20; font: 14px/20px system-ui, sans-serif;
          print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        h1 { margin: 0 0 8px; font-size: 22px; line-height: 28px; }
        h2 { margin: 32px 0 8px; font-size: 16px; break-after: avoid; }
        h3 { margin: 0; font-size: 14px; }
        h1, h3, p, li, td, th, pre { overflow-wrap: anywhere; }
        p, ul { margin: 4px 0 8px; }
        ul { padding-left: 20px; }
        table { width: 100%; border-collapse: collapse; font-size: 12px; }
        th, td { padding: 3px 8px; border-bottom: 1px solid #e2e5ea; text-align: left; vertical-align: top; }
        thead { display: table-header-group; }
        thead th { color: #565d69; }
        tbody th { font-weight: 400; }
        th:first-child, td:first-child { min-width: 110px; }
        tr, article, figure { break-inside: avoid; }
        article { margin: 0 0 12px; }
        figure { margin: 8px 0; }
        figcaption, .soft { color: #565d69; font-size: 12px; }
        .even { table-layout: fixed; }
        .even th:first-child { width: 18%; }
        .heat td { text-align: right; }
        .heat thead th { text-align: right; }
        .heat thead th:first-child { text-align: left; }
        svg { max-width: 100%; height: auto; vertical-align: middle; font: 11px system-ui, sans-serif; }
        pre { padding: 12px; background: #f4f5f7; font-size: 11px; line-height: 16px; white-space: pre-wrap; }

        """;
}
