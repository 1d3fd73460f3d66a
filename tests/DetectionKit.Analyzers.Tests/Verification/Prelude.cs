namespace DetectionKit.Analyzers.Tests.Verification;

/// <summary>What the rules under test are written about.</summary>
internal static class Prelude
{
    public const string Source = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.Linq;
        global using System.Linq.Expressions;
        global using System.Net;
        global using System.Text.RegularExpressions;
        global using DetectionKit;

        public sealed record Call(
            DateTimeOffset Time, string? Host, string? User, string? Image, string CommandLine, IPAddress RemoteAddress, string RemoteIp, int RemotePort, int LocalPort, long Bytes, Guid Id, DateTime At, Endpoint Endpoint, double Ratio, bool Failed);

        public sealed class Endpoint
        {
            public string Name { get; init; } = "";
        }

        public enum Risk
        {
            Low,
            Medium,
            High,
            Critical,
        }
        """;

    /// <summary>A detection with a query: from events and options o to rows of any kind.</summary>
    public static string Detection(string query, string options = "", string members = "", string attributes = "") => $$"""
        {{attributes}}
        public sealed class Rule : Detection<Call, object, Options>
        {
            {{members}}
            public override DetectionQuery<object> Define(Events<Call> events, Options o) => {{query}};
        }

        public sealed class Options
        {
            {{options}}
        }
        """;
}
