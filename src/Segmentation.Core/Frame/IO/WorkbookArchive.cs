using System.IO.Compression;

namespace Segmentation.Core.Frame.IO;

/// <summary>Looks into the archive that an <c>.xlsx</c> file is, before it is parsed.</summary>
internal static class WorkbookArchive
{
    /// <summary>Refuses what is no workbook, and a workbook that unpacks to more than the limits. Leaves the stream at its start.</summary>
    public static void Refuse(Stream stream, ReadingLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (!archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            {
                throw new UnusableDataException("This is a packed archive, not a workbook. Unpack it and choose the table in it.");
            }

            RefuseTooMuch(archive, stream.Length, limits);
        }
        catch (InvalidDataException e)
        {
            throw new UnusableDataException("The workbook is broken or was cut off. Open it in a spreadsheet program and save it again.", e);
        }

        stream.Position = 0;
    }

    public static UnusableDataException TooLarge(long bytes) => new(
        $"The workbook unpacks to more than {bytes >> 20:N0} MB, which is more than is read. Save the sheet as CSV and choose that file.");

    // What an entry declares may be a lie, so it is unpacked once and counted.
    private static void RefuseTooMuch(ZipArchive archive, long packed, ReadingLimits limits)
    {
        var block = new byte[1 << 16];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            RefuseTooMuch(total + entry.Length, packed, limits);
            using var unpacked = entry.Open();
            int read;
            while ((read = unpacked.Read(block)) > 0)
            {
                total += read;
                RefuseTooMuch(total, packed, limits);
            }
        }
    }

    private static void RefuseTooMuch(long bytes, long packed, ReadingLimits limits)
    {
        if (bytes > limits.MaxWorkbookBytes || (bytes > limits.FreelyUnpackedBytes && bytes / limits.MaxUnpackRatio > packed))
        {
            throw TooLarge(bytes);
        }
    }
}
