declare module '*.css';
declare module 'htmx.org/dist/htmx.esm.js' {
  const htmx: { onLoad(callback: (element: Element) => void): void };
  export default htmx;
}
declare module 'dmn-js/lib/Modeler' {
  export default class Modeler {
    constructor(options: object);
    importXML(xml: string, options?: { open: boolean }): Promise<object>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    on(name: string, act: (event: never) => void): void;
    open(view: object): Promise<object>;
    getViews(): object[];
    destroy(): void;
    getDefinitions(): { drgElement?: { $type: string; id?: string; name?: string }[] } | undefined;
  }
}

// Packages without types of their own; what of them is used is cast where it is used.
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: Record<string, unknown>;
  export const BpmnPropertiesProviderModule: Record<string, unknown>;
  export const ZeebePropertiesProviderModule: Record<string, unknown>;
  export function useService(name: string): unknown;
}
declare module '@bpmn-io/properties-panel' {
  export const CheckboxEntry: unknown;
  export const FeelEntry: unknown;
  export const ListGroup: unknown;
  export const SelectEntry: unknown;
  export const TextFieldEntry: unknown;
  export const isCheckboxEntryEdited: unknown;
  export const isFeelEntryEdited: unknown;
  export const isSelectEntryEdited: unknown;
  export const isTextFieldEntryEdited: unknown;
}
declare module '@bpmn-io/properties-panel/preact/jsx-runtime' {
  export function jsx(component: unknown, properties: object): unknown;
}
declare module '@bpmn-io/extract-process-variables/zeebe' {
  export function getVariablesForElement(element: object): object[] | Promise<object[]>;
}
declare module 'bpmn-js-element-templates' {
  export const CloudElementTemplatesPropertiesProviderModule: Record<string, unknown>;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const behaviors: Record<string, unknown>;
  export default behaviors;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: Record<string, unknown>;
  export const CreateAppendElementTemplatesModule: Record<string, unknown>;
}
declare module 'diagram-js-minimap' {
  const minimap: Record<string, unknown>;
  export default minimap;
}
declare module 'bpmn-js-color-picker' {
  const picker: Record<string, unknown>;
  export default picker;
}
declare module 'bpmn-js-token-simulation' {
  const simulation: Record<string, unknown>;
  export default simulation;
}
declare module 'bpmn-js-bpmnlint' {
  const linting: Record<string, unknown>;
  export default linting;
}
declare module 'bpmnlint/rules/*' {
  const rule: unknown;
  export default rule;
}
declare module 'bpmn-js-i18n/translations/it.js' {
  const words: Record<string, string>;
  export default words;
}
