using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class CodeEditorTests
{
    [Fact]
    public void Act_asks_for_updates_30_s_after_its_start_and_every_hour()
    {
        var simulation = Offices.With(new CodeEditor(), hours: 10);
        foreach (var editor in simulation.Events().OfType<SimulatedConnection>().GroupBy(c => c.Process))
        {
            var checks = editor.Where(c => Offices.IsFor(simulation, c, "update.code.visualstudio.com")).ToArray();
            (checks[0].Occurred - editor.Key.Started).TotalSeconds.ShouldBe(30, 0.01);
            Offices.Intervals(checks).ShouldAllBe(i => i >= TimeSpan.FromSeconds(3_599.9) && i <= TimeSpan.FromSeconds(3_602.1));
        }
    }
}
