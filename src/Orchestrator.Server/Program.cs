using Microsoft.AspNetCore.Connections;
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
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"The address that Urls names is in use ({taken.Message}): end the program that listens there, or set Urls to another address.");
    return 1;
}
