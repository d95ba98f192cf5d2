// A script of its own: diagrams from Mermaid's language.
import mermaid from 'mermaid';

/** How the editor looks, as far as diagrams follow it. */
export type DiagramTheme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark';

const contrast = (ink: string, paper: string) => ({
  theme: 'base' as const,
  themeVariables: {
    darkMode: paper === '#000000',
    background: paper,
    primaryColor: paper,
    secondaryColor: paper,
    tertiaryColor: paper,
    primaryTextColor: ink,
    secondaryTextColor: ink,
    tertiaryTextColor: ink,
    primaryBorderColor: ink,
    secondaryBorderColor: ink,
    tertiaryBorderColor: ink,
    lineColor: ink,
    textColor: ink,
    edgeLabelBackground: paper,
  },
});

const themes = {
  light: { theme: 'default' as const },
  dark: { theme: 'dark' as const },
  'contrast-light': contrast('#000000', '#ffffff'),
  'contrast-dark': contrast('#ffffff', '#000000'),
};

/**
 * A diagram as SVG. Fails with a message for the author where the source has an error.
 *
 * @param id for the SVG element, of its own in the page
 * @param place an element of the document, in which the diagram is measured
 */
export async function draw(id: string, source: string, theme: DiagramTheme, place: Element): Promise<string> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    fontFamily: 'inherit',
    ...themes[theme],
  });
  const { svg } = await mermaid.render(id, source, place);
  return svg;
}
