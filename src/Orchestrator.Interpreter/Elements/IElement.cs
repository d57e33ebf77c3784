using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// How an element of BPMN behaves: three verbs.
/// Activate: map inputs, open what it waits for, or go straight on to <see cref="Step.Complete"/> when it waits for nothing.
/// Complete: map outputs, choose flows, end with <see cref="Step.Completed"/>.
/// Terminate: take back what is outstanding outside (a job, a task); waits and incidents are closed by the caller.
/// A verb that fails is undone and may run again, so it keeps nothing outside the events it emits.
/// </summary>
internal interface IElement
{
    void Activate(FlowNode node, Step step);

    void Complete(FlowNode node, Step step);

    void Terminate(FlowNode node, Step step);
}

/// <summary>An element for one kind of node.</summary>
internal abstract class Element<TNode> : IElement where TNode : FlowNode
{
    public abstract void Activate(TNode node, Step step);

    public abstract void Complete(TNode node, Step step);

    public virtual void Terminate(TNode node, Step step) { }

    void IElement.Activate(FlowNode node, Step step) => Activate((TNode)node, step);

    void IElement.Complete(FlowNode node, Step step) => Complete((TNode)node, step);

    void IElement.Terminate(FlowNode node, Step step) => Terminate((TNode)node, step);
}
