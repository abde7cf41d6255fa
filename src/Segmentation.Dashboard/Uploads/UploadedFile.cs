namespace Segmentation.Dashboard.Uploads;

/// <summary>A file that has arrived whole.</summary>
/// <param name="Id">SHA-256 of its bytes in lower-case hexadecimal.</param>
/// <param name="Name">What the person who sent it calls it, without folders.</param>
/// <param name="Bytes">Its length.</param>
public sealed record UploadedFile(string Id, string Name, long Bytes);

/// <summary>A stored file: where it lies and what people call it.</summary>
public sealed record StoredUpload(string Id, string Path, string Name);

/// <summary>An upload grew beyond what the server takes.</summary>
public sealed class UploadTooLargeException(long limit)
    : Exception($"The file is larger than this server takes ({UploadName.Size(limit)}). Send a smaller one, or raise the setting Dashboard:MaxUploadBytes.");
