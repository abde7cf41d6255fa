namespace Segmentation.Dashboard.Figures;

/// <summary>
/// The last figure built and what it was built from. A page asks for its figures at every render; a figure is made anew
/// only when what it shows has changed, and an equal figure is the same object, which tells its chart to stay.
/// </summary>
public sealed class Latest<TKey, TFigure>
    where TFigure : class
{
    private TKey? _key;
    private TFigure? _figure;

    /// <summary>The figure of <paramref name="key"/>; built when the key is another one than last time.</summary>
    public TFigure For(TKey key, Func<TFigure> build)
    {
        if (_figure is null || !EqualityComparer<TKey>.Default.Equals(_key, key))
        {
            (_key, _figure) = (key, build());
        }

        return _figure;
    }
}
