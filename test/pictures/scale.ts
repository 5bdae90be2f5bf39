/** Where a value is drawn, on a scale on which each power of ten has the same width. */
export function logScale(from: number, to: number, left: number, right: number) {
  const width = (right - left) / Math.log10(to / from)
  return (value: number) => inPixels(left + Math.log10(value / from) * width)
}

/** A tenth of a pixel is enough. */
export const inPixels = (value: number) => Math.round(value * 10) / 10
