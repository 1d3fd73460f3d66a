using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DetectionKit.CommandLine.Tests.Output.Webhooks;

/// <summary>A server that takes what is posted, and answers what it is told to; 200 when it is told no more.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<int> _answers;

    internal Receiver(params int[] answers)
    {
        _answers = new(answers);
        Address = $"http://127.0.0.1:{FreePort()}/hook/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(AnswerAsync);
    }

    internal string Address { get; }

    internal ConcurrentQueue<(string Key, string? Authorization, string Body)> Requests { get; } = new();

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            Requests.Enqueue((context.Request.Headers["Idempotency-Key"]!, context.Request.Headers["Authorization"], await reader.ReadToEndAsync()));
            context.Response.StatusCode = _answers.TryDequeue(out var answer) ? answer : 200;
            if (context.Response.StatusCode == 503) context.Response.Headers["Retry-After"] = "0";
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
