import type { ComponentProps, ComponentType } from 'react'
import * as stock from '@react-pdf/renderer'
import type { ArtifactTag, FieldTag, FigureTag, GroupTag, LinkTag, TextTag } from './tag'

// The parts of @react-pdf/renderer, with their tags. Layout carries a tag through untouched to the painter.

type Tagged<Props, Tag> = ComponentType<Props & { readonly tag: Tag }>

// Their types ask for what their code leaves out.
type StockChoice = ComponentProps<typeof stock.Select>
type Choice = Omit<StockChoice, 'edit' | 'noSpell'> & Partial<Pick<StockChoice, 'edit' | 'noSpell'>>

export const Text = stock.Text as Tagged<ComponentProps<typeof stock.Text>, TextTag | ArtifactTag>
export const View = stock.View as ComponentType<ComponentProps<typeof stock.View> & { readonly tag?: GroupTag | ArtifactTag }>
export const Image = stock.Image as Tagged<ComponentProps<typeof stock.Image>, FigureTag | ArtifactTag>
export const Svg = stock.Svg as Tagged<ComponentProps<typeof stock.Svg>, FigureTag | ArtifactTag>
export const Canvas = stock.Canvas as Tagged<ComponentProps<typeof stock.Canvas>, FigureTag | ArtifactTag>
/** A link around whole parts; @react-pdf/renderer's own Link is for inside a text. */
export const LinkAround = stock.Link as Tagged<ComponentProps<typeof stock.Link>, LinkTag>
export const TextInput = stock.TextInput as Tagged<ComponentProps<typeof stock.TextInput>, FieldTag>
export const Checkbox = stock.Checkbox as Tagged<ComponentProps<typeof stock.Checkbox>, FieldTag>
export const Select = stock.Select as Tagged<Choice, FieldTag>
export const List = stock.List as Tagged<Choice, FieldTag>
