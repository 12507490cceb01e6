/** The least contrast of words with what is behind them: WCAG 2.2, 1.4.3 (AA). */
export const readableText = 4.5
/** The least contrast of shapes that carry meaning: WCAG 2.2, 1.4.11. */
export const visibleShape = 3

type Channels = readonly [number, number, number]

/** True for `#rrggbb`. */
export const isColour = (value: string): boolean => /^#[0-9a-f]{6}$/i.test(value)

const channelsOf = (colour: string): Channels => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
]

const colourOf = (channels: Channels): string => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, 0 to 1, as WCAG 2.2 defines it. */
const luminanceOf = (colour: string): number => {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as unknown as Channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two `#rrggbb` colours, 1 to 21, in either order. */
export const contrastOf = (one: string, other: string): number => {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

const steps = 100

/** A colour moved towards black or white by so many hundredths of the way. */
const shadeOf = (colour: string, towards: 0 | 255, step: number): string => {
  const shift = (channel: number) => Math.round(channel + ((towards - channel) * step) / steps)
  const [red, green, blue] = channelsOf(colour)
  return colourOf([shift(red), shift(green), shift(blue)])
}

/** The shade of `colour` that needs the smallest step to stand out from `against`; undefined when none does. */
export const nearestReadable = (colour: string, against: string, needed: number): string | undefined => {
  for (let step = 0; step <= steps; step += 1) {
    for (const towards of [0, 255] as const) {
      const shade = shadeOf(colour, towards, step)
      if (contrastOf(shade, against) >= needed) return shade
    }
  }
  return undefined
}
