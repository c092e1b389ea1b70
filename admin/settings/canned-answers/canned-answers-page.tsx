import { ChatBubbleLeftRight, Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useCannedAnswers } from "../../api/canned-answers"
import { usePlaybookVocabulary } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { ListSkeleton } from "../list-skeleton"
import { SettingsPage } from "../settings-page"
import { SETTINGS_PATHS } from "../settings-tabs"
import { CannedAnswerRow } from "./canned-answer-row"
import { NEW } from "./new"

/** The texts that the desk sends again and again. */
export const CannedAnswersPage = () => {
  const t = useText()
  const { data: answers, error, refetch } = useCannedAnswers()
  const { data: vocabulary } = usePlaybookVocabulary()
  return (
    <SettingsPage
      tab="cannedAnswers"
      action={
        <Button
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          asChild
        >
          <Link to={`${SETTINGS_PATHS.cannedAnswers}/${NEW}`}>
            <Plus aria-hidden />
            {t("settings.cannedAnswers.create")}
          </Link>
        </Button>
      }
    >
      {!answers && error && (
        <LoadError
          title={t("settings.cannedAnswers.listError")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {!answers && !error && <ListSkeleton />}
      {answers?.length === 0 && (
        <Message
          icon={<ChatBubbleLeftRight />}
          title={t("settings.cannedAnswers.empty")}
          text={t("settings.cannedAnswers.emptyText")}
        />
      )}
      {answers && answers.length > 0 && (
        <ul className="list-none divide-y">
          {answers.map((answer) => (
            <CannedAnswerRow
              key={answer.id}
              answer={answer}
              vocabulary={vocabulary}
            />
          ))}
        </ul>
      )}
    </SettingsPage>
  )
}
