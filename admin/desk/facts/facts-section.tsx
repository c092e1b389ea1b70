import { Link } from "react-router-dom"
import type { AdminFollowUpFacts } from "../../../src/api/admin/follow-ups/types"
import { Section } from "../../call-sheet/section"
import { momentText } from "../../clock/moment-text"
import { useMinute } from "../../clock/use-now"
import { labelText } from "../../i18n/label-text"
import { useText } from "../../i18n/use-text"
import { Amount } from "../../task/amount"
import type { DrawnProps } from "../drawn-props"
import { Fact, FactList } from "./fact-list"
import { placeOf } from "./place-of"

type FactValue = AdminFollowUpFacts["facts"][number]["value"]

/** A titled list, for kinds of work without a component of their own. */
export const FactsSection = ({
  data: { title, facts },
  timeZone,
}: DrawnProps<AdminFollowUpFacts>) => {
  const t = useText()
  return (
    <Section title={labelText(t, title) ?? ""}>
      <FactList>
        {facts.map(({ label, value }, index) => (
          <Fact key={index} label={labelText(t, label) ?? ""}>
            <Value value={value} timeZone={timeZone} />
          </Fact>
        ))}
      </FactList>
    </Section>
  )
}

const Value = ({ value, timeZone }: { value: FactValue; timeZone: string }) => {
  const t = useText()
  const now = useMinute()
  switch (value.kind) {
    case "text":
      return (
        <span dir="auto" className="whitespace-pre-wrap break-words">
          {value.text}
        </span>
      )
    case "amount":
      return <Amount amount={value.amount} currencyCode={value.currency_code} />
    case "time":
      return (
        <time dateTime={value.at} className="tabular-nums">
          {momentText(t, "when", Date.parse(value.at), now, timeZone)}
        </time>
      )
    case "link":
      return <LinkTo url={value.url} text={value.text} />
  }
}

const LINK =
  "text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus break-words rounded outline-none max-lg:-my-2 max-lg:inline-block max-lg:py-2"

/** A link that is neither to the dashboard nor to the web is shown as text. */
const LinkTo = ({ url, text }: { url: string; text: string }) => {
  switch (placeOf(url)) {
    case "dashboard":
      return (
        <Link to={url} className={LINK}>
          {text}
        </Link>
      )
    case "web":
      return (
        <a href={url} target="_blank" rel="noreferrer" className={LINK}>
          {text}
        </a>
      )
    case "nowhere":
      return <span className="break-words">{text}</span>
  }
}
