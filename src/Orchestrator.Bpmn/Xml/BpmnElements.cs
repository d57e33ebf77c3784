namespace Orchestrator.Bpmn.Xml;

/// <summary>An element of a file seen as BPMN sees it.</summary>
internal static class BpmnElements
{
    extension(SourceElement element)
    {
        public bool IsBpmn => element.Namespace == Namespaces.Bpmn;

        public IEnumerable<SourceElement> BpmnChildren(string name) => element.Children.Where(child => child.IsNamed(Namespaces.Bpmn, name));

        public SourceElement? BpmnChild(string name) => element.BpmnChildren(name).FirstOrDefault();

        /// <summary>A child of this element's <c>bpmn:extensionElements</c>.</summary>
        public SourceElement? Extension(string ns, string name) => element.Extensions(ns, name).FirstOrDefault();

        public IEnumerable<SourceElement> Extensions(string ns, string name) =>
            element.BpmnChildren("extensionElements").SelectMany(holder => holder.Children).Where(child => child.IsNamed(ns, name));
    }
}
