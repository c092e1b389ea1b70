import { Navigate, useParams } from "react-router-dom"
import { usePlaybook, usePlaybookVocabulary } from "../../api/playbooks"
import { useTaskTypes } from "../../api/queries"
import { useText } from "../../i18n/use-text"
import { PageError } from "../page-error"
import { PageSkeleton } from "../page-skeleton"
import { SETTINGS_PATHS } from "../settings-tabs"
import { PlaybookForm } from "./playbook-form"

/** The playbook in the address; without one, the list. */
export const PlaybookPage = () => {
  const { id } = useParams()
  return id ? (
    <PlaybookOfId id={id} />
  ) : (
    <Navigate to={SETTINGS_PATHS.playbooks} replace />
  )
}

const PlaybookOfId = ({ id }: { id: string }) => {
  const t = useText()
  const playbook = usePlaybook(id)
  const vocabulary = usePlaybookVocabulary()
  const error = playbook.error ?? vocabulary.error
  // The form starts with the names that they bring.
  const kinds = useTaskTypes()

  if (playbook.data && vocabulary.data && !kinds.isPending) {
    return (
      <PlaybookForm
        key={playbook.data.id}
        playbook={playbook.data}
        vocabulary={vocabulary.data}
      />
    )
  }
  if (error) {
    return (
      <PageError
        title={t("settings.playbooks.pageError")}
        reason={error}
        onRetry={() => {
          void playbook.refetch()
          void vocabulary.refetch()
        }}
      />
    )
  }
  return <PageSkeleton />
}
