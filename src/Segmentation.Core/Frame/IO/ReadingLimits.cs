namespace Segmentation.Core.Frame.IO;

/// <summary>How much of a file is read at most, so that a hostile or broken file is refused instead of filling the machine.</summary>
public sealed record ReadingLimits
{
    /// <summary>The defaults.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of a file after unpacking: 4 GB.</summary>
    public long MaxUnpackedBytes { get; init; } = 4L << 30;

    /// <summary>How many times larger than its packed form a file may become, once it is beyond <see cref="FreelyUnpackedBytes"/>: 200.</summary>
    public int MaxUnpackRatio { get; init; } = 200;

    /// <summary>Bytes that may be unpacked whatever the ratio: 64 MB.</summary>
    public long FreelyUnpackedBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of one workbook after unpacking; it is parsed as a whole: 1 GB.</summary>
    public long MaxWorkbookBytes { get; init; } = 1L << 30;

    /// <summary>Columns, as many as a spreadsheet has: 16,384.</summary>
    public int MaxColumns { get; init; } = 16_384;

    /// <summary>Rows: 100 million.</summary>
    public int MaxRows { get; init; } = 100_000_000;

    /// <summary>Rows times columns: 500 million.</summary>
    public long MaxCells { get; init; } = 500_000_000;

    /// <summary>Bytes of one row: 8 MB.</summary>
    public int MaxRecordBytes { get; init; } = 8 << 20;

    /// <summary>Characters beyond which a cell is noted as long; it is kept whole: 32,767, what a spreadsheet's cell holds.</summary>
    public int LongCell { get; init; } = 32_767;

    /// <summary>Bytes at the start of a file from which separator, header and likely types are told: 512 KB.</summary>
    public int SampleBytes { get; init; } = 512 << 10;

    /// <summary>Threads that read at once, at most 16; one per processor by default.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, 16);
}
