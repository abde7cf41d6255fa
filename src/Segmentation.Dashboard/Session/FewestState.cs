using Segmentation.Core.Collections;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>Which few columns keep most of the segments, as far as it is known.</summary>
/// <param name="Of">The segmentation that is compared with.</param>
/// <param name="Found">What was found so far, by number of columns.</param>
/// <param name="IsRunning">Whether more is coming.</param>
public sealed record FewestState(SegmentationSnapshot Of, ValueList<FeatureSubset> Found, bool IsRunning);
