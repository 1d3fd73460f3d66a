namespace DetectionKit.Engine;

/// <summary>Two values side by side: a list of structs, when nested.</summary>
internal struct Cell<THead, TRest>(THead head, TRest rest)
{
    public THead Head = head;
    public TRest Rest = rest;
}
