using System.Text;
using Segmentation.Cli;

await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
return await CommandLine.RunAsync(args, output, Console.Error, isInteractive: !Console.IsErrorRedirected);
