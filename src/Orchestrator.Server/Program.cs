using Orchestrator.Hosting;
using Orchestrator.Server;

try
{
    var app = ServerApp.Build(args);
    await app.StartAsync();
    await Greeting.WriteAsync(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
