using CsCheck;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Tests.Population;

public sealed class RoleMixTests
{
    [Fact]
    public void Draw_gives_every_host_a_role_and_every_role_its_share_within_one() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 50], Gen.Int[0, 9], Gen.Int[1, 400], Gen.ULong).Sample((workstations, servers, controllers, hosts, seed) =>
        {
            var wanted = new Dictionary<HostRole, int> { [HostRole.DomainController] = controllers, [HostRole.Workstation] = workstations, [HostRole.LinuxServer] = servers };
            var drawn = RoleMix.Draw(wanted, hosts, new DeterministicRandom(seed));
            drawn.Length.ShouldBe(hosts);
            foreach (var (role, number) in wanted)
                Math.Abs(drawn.Count(r => r == role) - (double)number * hosts / wanted.Values.Sum()).ShouldBeLessThan(1);
        });
}
