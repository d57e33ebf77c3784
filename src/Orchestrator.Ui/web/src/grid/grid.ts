export function show(_element: HTMLElement): void {}
