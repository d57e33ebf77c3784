using System.Net;
using System.Net.Sockets;

namespace Orchestrator.Testing.Servers;

/// <summary>Ports of 127.0.0.1 that nobody listens on at this moment.</summary>
public static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
