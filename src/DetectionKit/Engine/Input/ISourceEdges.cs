using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>A source that is being connected to the stages that it feeds.</summary>
internal interface ISourceEdges
{
    void Add<TOptions>(EngineBuilder<TOptions> builder, PlanNode[] chain, EdgeTarget target, string path)
        where TOptions : class;
}
