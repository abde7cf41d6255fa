namespace Segmentation.Core.Frame;

/// <summary>
/// The data cannot be used as asked: a file that is no table, no numeric column, fewer distinct rows than segments.
/// The message is one or two sentences for the person at the screen: what is wrong, where, and what to do.
/// </summary>
public sealed class UnusableDataException : Exception
{
    /// <summary>Carries a message for the person at the screen.</summary>
    public UnusableDataException(string message)
        : base(message)
    {
    }

    /// <summary>Carries a message for the person at the screen, and what led to it.</summary>
    public UnusableDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
