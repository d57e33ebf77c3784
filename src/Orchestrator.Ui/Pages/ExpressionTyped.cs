namespace Orchestrator.Ui.Pages;

/// <summary>What was typed on the page of expressions.</summary>
public sealed record ExpressionTyped(string Expression, string Context);
