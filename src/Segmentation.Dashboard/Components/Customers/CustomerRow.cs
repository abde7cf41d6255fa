namespace Segmentation.Dashboard.Components.Customers;

/// <summary>One line of the grid.</summary>
/// <param name="Place">Its place in the list, from 0.</param>
/// <param name="Row">The file's row it shows.</param>
public readonly record struct CustomerRow(int Place, int Row);
