import type deliveryWindow from "../delivery-window/texts/en.json"
import type keyboard from "../keyboard/texts/en.json"
import type settings from "../settings/texts/en.json"
import type shortage from "../shortage/texts/en.json"
import type en from "./en.json"

export type TextGroups = typeof en &
  typeof keyboard &
  typeof settings &
  typeof shortage &
  typeof deliveryWindow

/** Every path to a text, with its parts joined by dots. */
type Path<TNode, TPrefix extends string = ""> = {
  [TKey in keyof TNode & string]: TNode[TKey] extends string
    ? `${TPrefix}${WithoutPlural<TKey>}`
    : Path<TNode[TKey], `${TPrefix}${TKey}.`>
}[keyof TNode & string]

/** i18next finds `new_one` and `new_other` under `new`. */
type WithoutPlural<TKey extends string> = TKey extends `${infer TName}_one`
  ? TName
  : TKey extends `${infer TName}_other`
    ? TName
    : TKey

/** Every text key; a missing key does not compile. */
export type TextKey = Path<TextGroups>

export type TextGroup = keyof TextGroups

export type TextValues = Record<string, string | number>
