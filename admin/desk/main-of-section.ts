import {
  createContext,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useState,
} from "react"

/** What the sections of the open sheet have in hand, of which one is its main action. */
export const MainOfSections = createContext<{
  /** The latest; null while something else of the sheet comes next. */
  main: string | null
  /** The customer is on the phone. */
  isSpeaking: boolean
  /** @returns what gives it back */
  take: (id: string) => () => void
} | null>(null)

/**
 * Whether the button of what a section has in hand is the sheet's filled one, of
 * which there is one at any moment.
 *
 * @param isInHand - the agent has begun it, or the customer is about to answer
 */
export const useIsMain = (isInHand: boolean): boolean => {
  const sheet = useContext(MainOfSections)
  const id = useId()
  const take = sheet?.take
  useLayoutEffect(
    () => (isInHand ? take?.(id) : undefined),
    [isInHand, take, id]
  )
  return sheet ? sheet.main === id : isInHand
}

/** Whether the customer is on the phone, as far as the sheet knows. */
export const useIsSpeaking = (): boolean =>
  useContext(MainOfSections)?.isSpeaking ?? false

/** What the sections of a sheet have taken in hand and not given back. */
export const useInHand = () => {
  const [ids, setIds] = useState<readonly string[]>([])
  const take = useCallback((id: string) => {
    setIds((before) => [...before, id])
    return () => setIds((before) => before.filter((one) => one !== id))
  }, [])
  return { latest: ids.at(-1) ?? null, take }
}
