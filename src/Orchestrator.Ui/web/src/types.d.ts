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
    getDefinitions(): { drgElement?: { $type: string; id?: string; name?: string }[] } | undefined;
  }
}
