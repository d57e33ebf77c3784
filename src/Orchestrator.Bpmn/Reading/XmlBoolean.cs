namespace Orchestrator.Bpmn.Reading;

/// <summary>Booleans as XML Schema writes them: true, false, 1, 0.</summary>
internal static class XmlBoolean
{
    public static bool Read(SourceAttribute? attribute, bool otherwise) => attribute?.Value.Trim() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => otherwise,
    };
}
