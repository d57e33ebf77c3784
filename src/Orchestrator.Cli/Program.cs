using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await new CommandLine(AllVerbs.List).RunAsync(args, new Terminal(Console.In, Console.Out, Console.Error), stop.Token);
