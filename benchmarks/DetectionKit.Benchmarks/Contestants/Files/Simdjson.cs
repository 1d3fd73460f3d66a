using System.Diagnostics;
using System.Runtime.InteropServices;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>
/// simdjson (On-Demand) over the same file: it finds the seven fields that the flagship reads in each document of the stream, and detects nothing. There is a contestant only where Debian's <c>libsimdjson-dev</c> and a C++ compiler are
/// installed; what it runs is compiled then, for this machine.
/// </summary>
internal sealed unsafe class Simdjson : IContestant
{
    // What simdjson wants to be readable behind its input.
    private const int Padding = 64;

    // Fields are asked for in the order of most lines, which On-Demand finds quickest.
    private const string Source = """
        #include <simdjson.h>
        using namespace simdjson;
        static ondemand::parser parser;
        static const char* const keys[] = { "event_simpleName", "timestamp", "RemotePort", "RemoteAddressIP4", "ComputerName", "UserName", "ImageFileName", "CommandLine" };
        extern "C" long parse(const char* bytes, size_t length, size_t capacity, size_t* found) {
            ondemand::document_stream stream;
            if (parser.iterate_many((const uint8_t*)bytes, length, length).get(stream)) return -1;
            long lines = 0;
            for (auto document : stream) {
                ondemand::object object;
                if (document.get_object().get(object)) return -2;
                for (const char* key : keys) {
                    std::string_view value;
                    if (object.find_field_unordered(key).get_string().get(value)) return -3;
                    *found += value.size();
                }
                lines++;
            }
            return lines;
        }
        """;

    private readonly string _path;
    private readonly int _lines;
    private readonly LineChunks _chunks;
    private readonly delegate* unmanaged<byte*, nint, nint, nint*, nint> _parse;

    private Simdjson(string path, int lines, string library)
    {
        (_path, _lines, _chunks) = (path, lines, new(path, Padding));
        _parse = (delegate* unmanaged<byte*, nint, nint, nint*, nint>)NativeLibrary.GetExport(NativeLibrary.Load(library), "parse");
    }

    public string Name => "simdjson";

    public string Agreement => "no detection";

    public long? InputBytes => new FileInfo(_path).Length;

    /// <summary>The contestant; null where it can't be built.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="folder">Where what is compiled may lie.</param>
    internal static Simdjson? Of(string path, int lines, Func<string, string> folder)
    {
        var (source, library) = (folder("simdjson.cpp"), folder("libparse.so"));
        if (!File.Exists("/usr/include/simdjson.h")) return null;
        File.WriteAllText(source, Source);
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("g++", ["-O3", "-march=native", "-std=c++17", "-DNDEBUG", "-shared", "-fPIC", source, "-o", library, "-lsimdjson"]));
            compiler?.WaitForExit();
            return compiler?.ExitCode == 0 ? new(path, lines, library) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public void Run(RunProbe probe)
    {
        nint lines = 0;
        _chunks.Read((bytes, length) =>
        {
            nint found = 0;
            fixed (byte* start = bytes) lines += _parse(start, length, bytes.Length, &found);
        });
        if (lines != _lines) throw new ChecksumException($"{Name} read {lines} lines of {_lines}.");
    }
}
