using System.Text.Json;
using System.Text.Json.Nodes;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Reporting;

/// <summary>A setting as an appsettings file: <c>{"Detections":{"vps-beaconing":{"MinConnections":"14"}}}</c>, which <c>--config</c> and configuration binding read.</summary>
public static class TunedOptions
{
    /// <summary>Writes what the sweep gave a setting.</summary>
    /// <param name="detection">The detection's id.</param>
    /// <param name="setting">The setting.</param>
    public static string Write(string detection, TuningSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var options = new JsonObject();
        foreach (var (option, value) in setting.Values)
        {
            var at = options;
            var path = option.Split(':');
            foreach (var group in path[..^1]) at = (JsonObject)(at[group] ??= new JsonObject());
            at[path[^1]] = value;
        }

        var file = new JsonObject { ["Detections"] = new JsonObject { [detection] = options } };
        return file.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";
    }
}
