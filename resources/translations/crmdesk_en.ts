<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Answering</name>
    <message numerus="yes">
        <source>%n edits let in.</source>
        <translation><numerusform>%n edit let in.</numerusform><numerusform>%n edits let in.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edits left out.</source>
        <translation><numerusform>%n edit left out.</numerusform><numerusform>%n edits left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts settled.</source>
        <translation><numerusform>%n conflict settled.</numerusform><numerusform>%n conflicts settled.</numerusform></translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message numerus="yes">
        <source>Assign %n leads</source>
        <translation><numerusform>Assign %n lead</numerusform><numerusform>Assign %n leads</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n leads are with {person} now.</source>
        <translation><numerusform>%n lead is with {person} now.</numerusform><numerusform>%n leads are with {person} now.</numerusform></translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n more; narrow the list to see them</source>
        <translation><numerusform>%n more; narrow the list to see it</numerusform><numerusform>%n more; narrow the list to see them</numerusform></translation>
    </message>
</context>
<context>
    <name>ClaimMenu</name>
    <message numerus="yes">
        <source>for %n days</source>
        <translation><numerusform>for %n day</numerusform><numerusform>for %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>CollisionList</name>
    <message numerus="yes">
        <source>This may be a customer somebody has already (%n found):</source>
        <translation><numerusform>This may be a customer somebody has already (%n found):</numerusform><numerusform>This may be a customer somebody has already (%n found):</numerusform></translation>
    </message>
</context>
<context>
    <name>ConflictBand</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>… and %n more</numerusform><numerusform>… and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message numerus="yes">
        <source>%n follow-ups go along as activities; the lead keeps its own.</source>
        <translation><numerusform>%n follow-up goes along as an activity; the lead keeps its own.</numerusform><numerusform>%n follow-ups go along as activities; the lead keeps its own.</numerusform></translation>
    </message>
</context>
<context>
    <name>CriteriaSection</name>
    <message numerus="yes">
        <source>Leads were judged by it %n times: its words may change, what counts stays.</source>
        <translation><numerusform>Leads were judged by it once: its words may change, what counts stays.</numerusform><numerusform>Leads were judged by it %n times: its words may change, what counts stays.</numerusform></translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message numerus="yes">
        <source>%n findings:</source>
        <translation><numerusform>%n finding:</numerusform><numerusform>%n findings:</numerusform></translation>
    </message>
</context>
<context>
    <name>DevelopedDialog</name>
    <message numerus="yes">
        <source>%n new customers</source>
        <translation><numerusform>%n new customer</numerusform><numerusform>%n new customers</numerusform></translation>
    </message>
</context>
<context>
    <name>DisqualifyDialog</name>
    <message numerus="yes">
        <source>Disqualify %n leads</source>
        <translation><numerusform>Disqualify %n lead</numerusform><numerusform>Disqualify %n leads</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Disqualified %n leads.</source>
        <translation><numerusform>Disqualified %n lead.</numerusform><numerusform>Disqualified %n leads.</numerusform></translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%n groups</source>
        <translation><numerusform>%n group</numerusform><numerusform>%n groups</numerusform></translation>
    </message>
</context>
<context>
    <name>ExchangeElement</name>
    <message numerus="yes">
        <source>%n on their way</source>
        <translation><numerusform>%n on its way</numerusform><numerusform>%n on their way</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation><numerusform>%n needs you</numerusform><numerusform>%n need you</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n news</source>
        <translation><numerusform>%n piece of news</numerusform><numerusform>%n news</numerusform></translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message numerus="yes">
        <source>Follow up %n leads</source>
        <translation><numerusform>Follow up %n lead</numerusform><numerusform>Follow up %n leads</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>+%n d</source>
        <translation><numerusform>+%n d</numerusform><numerusform>+%n d</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation><numerusform>In %n day</numerusform><numerusform>In %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Followed up %n leads.</source>
        <translation><numerusform>Followed up %n lead.</numerusform><numerusform>Followed up %n leads.</numerusform></translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message numerus="yes">
        <source>%n records that may be one</source>
        <translation><numerusform>%n record that may be one</numerusform><numerusform>%n records that may be one</numerusform></translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message numerus="yes">
        <source>Assign %n records</source>
        <translation><numerusform>Assign %n record</numerusform><numerusform>Assign %n records</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records are with {person} now.</source>
        <translation><numerusform>%n record is with {person} now.</numerusform><numerusform>%n records are with {person} now.</numerusform></translation>
    </message>
</context>
<context>
    <name>HeldTab</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message numerus="yes">
        <source>The import of {name} was undone, except for %n records that were changed since.</source>
        <translation><numerusform>The import of {name} was undone, except for %n record that was changed since.</numerusform><numerusform>The import of {name} was undone, except for %n records that were changed since.</numerusform></translation>
    </message>
</context>
<context>
    <name>LeadDeeds</name>
    <message numerus="yes">
        <source>%n leads: {status}</source>
        <translation><numerusform>%n lead: {status}</numerusform><numerusform>%n leads: {status}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n leads; they are yours when the centre says so.</source>
        <translation><numerusform>Asked for %n lead; it is yours when the centre says so.</numerusform><numerusform>Asked for %n leads; they are yours when the centre says so.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Claimed %n leads.</source>
        <translation><numerusform>Claimed %n lead.</numerusform><numerusform>Claimed %n leads.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Took up %n leads again.</source>
        <translation><numerusform>Took up %n lead again.</numerusform><numerusform>Took up %n leads again.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n leads.</source>
        <translation><numerusform>Deleted %n lead.</numerusform><numerusform>Deleted %n leads.</numerusform></translation>
    </message>
</context>
<context>
    <name>LeadsPage</name>
    <message numerus="yes">
        <source>%n leads</source>
        <translation><numerusform>%n lead</numerusform><numerusform>%n leads</numerusform></translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message numerus="yes">
        <source>%n records have changes the centre does not have. Exchange first, or wiping loses them.</source>
        <translation><numerusform>%n record has changes the centre does not have. Exchange first, or wiping loses them.</numerusform><numerusform>%n records have changes the centre does not have. Exchange first, or wiping loses them.</numerusform></translation>
    </message>
</context>
<context>
    <name>LinkForm</name>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation><numerusform>every %n minute</numerusform><numerusform>every %n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>LostEditsDialog</name>
    <message numerus="yes">
        <source>%n entries were made after the backup. The damaged file is kept as {path}.</source>
        <translation><numerusform>%n entry was made after the backup. The damaged file is kept as {path}.</numerusform><numerusform>%n entries were made after the backup. The damaged file is kept as {path}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entries made after the backup could be read; others could not. The damaged file is kept as {path}.</source>
        <translation><numerusform>%n entry made after the backup could be read; others could not. The damaged file is kept as {path}.</numerusform><numerusform>%n entries made after the backup could be read; others could not. The damaged file is kept as {path}.</numerusform></translation>
    </message>
</context>
<context>
    <name>MatchingOffer</name>
    <message numerus="yes">
        <source>%n of your records may be at the centre already. Nothing of yours is sent until you have looked.</source>
        <translation><numerusform>%n of your records may be at the centre already. Nothing of yours is sent until you have looked.</numerusform><numerusform>%n of your records may be at the centre already. Nothing of yours is sent until you have looked.</numerusform></translation>
    </message>
</context>
<context>
    <name>MatchingReview</name>
    <message numerus="yes">
        <source>Making one of %n pairs each</source>
        <translation><numerusform>Making one of %n pair</numerusform><numerusform>Making one of %n pairs each</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of your records may be at the centre already. Nothing of yours is sent before you are done here; whatever you say can be undone until then.</source>
        <translation><numerusform>%n of your records may be at the centre already. Nothing of yours is sent before you are done here; whatever you say can be undone until then.</numerusform><numerusform>%n of your records may be at the centre already. Nothing of yours is sent before you are done here; whatever you say can be undone until then.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pairs are chosen.</source>
        <translation><numerusform>%n pair is chosen.</numerusform><numerusform>%n pairs are chosen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer codes of yours belong to others at the centre: {codes}. Where the records are not the same, the centre will ask for another code; everything else is kept.</source>
        <translation><numerusform>%n customer code of yours belongs to another at the centre: {codes}. Where the records are not the same, the centre will ask for another code; everything else is kept.</numerusform><numerusform>%n customer codes of yours belong to others at the centre: {codes}. Where the records are not the same, the centre will ask for another code; everything else is kept.</numerusform></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>Merge %n companies</source>
        <translation><numerusform>Merge %n company</numerusform><numerusform>Merge %n companies</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Merge %n sites</source>
        <translation><numerusform>Merge %n site</numerusform><numerusform>Merge %n sites</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Merge %n people</source>
        <translation><numerusform>Merge %n person</numerusform><numerusform>Merge %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Hide %n equal fields</source>
        <translation><numerusform>Hide %n equal field</numerusform><numerusform>Hide %n equal fields</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Show %n equal fields</source>
        <translation><numerusform>Show %n equal field</numerusform><numerusform>Show %n equal fields</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>… and %n more</numerusform><numerusform>… and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>MergedBand</name>
    <message numerus="yes">
        <source>{latest} And %n earlier merges.</source>
        <translation><numerusform>{latest} And %n earlier merge.</numerusform><numerusform>{latest} And %n earlier merges.</numerusform></translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>Move %n records under which company?</source>
        <translation><numerusform>Move %n record under which company?</numerusform><numerusform>Move %n records under which company?</numerusform></translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message numerus="yes">
        <source>Moving %n records</source>
        <translation><numerusform>Moving %n record</numerusform><numerusform>Moving %n records</numerusform></translation>
    </message>
</context>
<context>
    <name>NewsTab</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>OpportunitiesPage</name>
    <message numerus="yes">
        <source>%n opportunities</source>
        <translation><numerusform>%n opportunity</numerusform><numerusform>%n opportunities</numerusform></translation>
    </message>
</context>
<context>
    <name>OpportunityActing</name>
    <message numerus="yes">
        <source>%n opportunities were deleted.</source>
        <translation><numerusform>%n opportunity was deleted.</numerusform><numerusform>%n opportunities were deleted.</numerusform></translation>
    </message>
</context>
<context>
    <name>OutboxTab</name>
    <message numerus="yes">
        <source>%n actions saved here</source>
        <translation><numerusform>%n action saved here</numerusform><numerusform>%n actions saved here</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{here}, %n sent and not confirmed yet</source>
        <translation><numerusform>{here}, %n sent and not confirmed yet</numerusform><numerusform>{here}, %n sent and not confirmed yet</numerusform></translation>
    </message>
</context>
<context>
    <name>PoolCard</name>
    <message numerus="yes">
        <source>This pool limits how many records a person opens a day: you have %n left.</source>
        <translation><numerusform>This pool limits how many records a person opens a day: you have %n left.</numerusform><numerusform>This pool limits how many records a person opens a day: you have %n left.</numerusform></translation>
    </message>
</context>
<context>
    <name>PoolDeeds</name>
    <message numerus="yes">
        <source>Asked for %n accounts; they are yours when the centre says so.</source>
        <translation><numerusform>Asked for %n account; it is yours when the centre says so.</numerusform><numerusform>Asked for %n accounts; they are yours when the centre says so.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Claimed %n accounts.</source>
        <translation><numerusform>Claimed %n account.</numerusform><numerusform>Claimed %n accounts.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Released %n accounts.</source>
        <translation><numerusform>Released %n account.</numerusform><numerusform>Released %n accounts.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>No rule takes these %n away now.</source>
        <translation><numerusform>No rule takes this one away now.</numerusform><numerusform>No rule takes these %n away now.</numerusform></translation>
    </message>
</context>
<context>
    <name>PoolDeletion</name>
    <message numerus="yes">
        <source>%n records wait in it. Where shall they go on waiting?</source>
        <translation><numerusform>%n record waits in it. Where shall it go on waiting?</numerusform><numerusform>%n records wait in it. Where shall they go on waiting?</numerusform></translation>
    </message>
</context>
<context>
    <name>PoolsPage</name>
    <message numerus="yes">
        <source>%n records</source>
        <translation><numerusform>%n record</numerusform><numerusform>%n records</numerusform></translation>
    </message>
</context>
<context>
    <name>PoolsSection</name>
    <message numerus="yes">
        <source>%n reasons for a release are offered.</source>
        <translation><numerusform>%n reason for a release is offered.</numerusform><numerusform>%n reasons for a release are offered.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in {name}. Assign them, or make another pool for them to wait in.</source>
        <translation><numerusform>%n record waits in {name}. Assign it, or make another pool for it to wait in.</numerusform><numerusform>%n records wait in {name}. Assign them, or make another pool for them to wait in.</numerusform></translation>
    </message>
</context>
<context>
    <name>QualificationDialog</name>
    <message numerus="yes">
        <source>{score} · %n more yes to pass</source>
        <translation><numerusform>{score} · %n more yes to pass</numerusform><numerusform>{score} · %n more yes to pass</numerusform></translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>%n chosen</numerusform><numerusform>%n chosen</numerusform></translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message numerus="yes">
        <source>Release %n leads</source>
        <translation><numerusform>Release %n lead</numerusform><numerusform>Release %n leads</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Released %n leads to the pool {pool}.</source>
        <translation><numerusform>Released %n lead to the pool {pool}.</numerusform><numerusform>Released %n leads to the pool {pool}.</numerusform></translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message numerus="yes">
        <source>%n companies and sites were deleted.</source>
        <translation><numerusform>%n company or site was deleted.</numerusform><numerusform>%n companies and sites were deleted.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} was deleted with its %n sites.</source>
        <translation><numerusform>{name} was deleted with its site.</numerusform><numerusform>{name} was deleted with its %n sites.</numerusform></translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message numerus="yes">
        <source>%n entries were made again.</source>
        <translation><numerusform>%n entry was made again.</numerusform><numerusform>%n entries were made again.</numerusform></translation>
    </message>
</context>
<context>
    <name>SiteCard</name>
    <message numerus="yes">
        <source>and %n more addresses</source>
        <translation><numerusform>and %n more address</numerusform><numerusform>and %n more addresses</numerusform></translation>
    </message>
</context>
<context>
    <name>SplitWizard</name>
    <message numerus="yes">
        <source>%n accounts looked at: each of them has one address, so there is nothing to split.</source>
        <translation><numerusform>%n account looked at: it has one address, so there is nothing to split.</numerusform><numerusform>%n accounts looked at: each of them has one address, so there is nothing to split.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records stay with their account, because nothing says where they belong:</source>
        <translation><numerusform>%n record stays with its account, because nothing says where it belongs:</numerusform><numerusform>%n records stay with their account, because nothing says where they belong:</numerusform></translation>
    </message>
</context>
<context>
    <name>TakeOutDialog</name>
    <message numerus="yes">
        <source>Take %n records out of their pool</source>
        <translation><numerusform>Take %n record out of its pool</numerusform><numerusform>Take %n records out of their pool</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Took %n records out of their pool.</source>
        <translation><numerusform>Took %n record out of its pool.</numerusform><numerusform>Took %n records out of their pool.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in the pool {pool} now.</source>
        <translation><numerusform>%n record waits in the pool {pool} now.</numerusform><numerusform>%n records wait in the pool {pool} now.</numerusform></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message numerus="yes">
        <source>exchanged %n minutes ago</source>
        <translation><numerusform>exchanged %n minute ago</numerusform><numerusform>exchanged %n minutes ago</numerusform></translation>
    </message>
</context>
<context>
    <name>moving</name>
    <message numerus="yes">
        <source>%n records were moved to {place}.</source>
        <translation><numerusform>%n record was moved to {place}.</numerusform><numerusform>%n records were moved to {place}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n codes no longer begin with the company's code.</source>
        <translation><numerusform>%n code no longer begins with the company's code.</numerusform><numerusform>%n codes no longer begin with the company's code.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>… and %n more</numerusform><numerusform>… and %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{field}: {before} → {after} (%n sites, such as {example})</source>
        <translation><numerusform>{field}: {before} → {after} (%n site: {example})</numerusform><numerusform>{field}: {before} → {after} (%n sites, such as {example})</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{person}: {before} → {after} on %n records, through {company}</source>
        <translation><numerusform>{person}: {before} → {after} on %n record, through {company}</numerusform><numerusform>{person}: {before} → {after} on %n records, through {company}</numerusform></translation>
    </message>
</context>
<context>
    <name>pools</name>
    <message numerus="yes">
        <source>%n leads went back to their pool: {rule}.</source>
        <translation><numerusform>%n lead went back to its pool: {rule}.</numerusform><numerusform>%n leads went back to their pool: {rule}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n accounts went back to their pool: {rule}.</source>
        <translation><numerusform>%n account went back to its pool: {rule}.</numerusform><numerusform>%n accounts went back to their pool: {rule}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation><numerusform>In %n day</numerusform><numerusform>In %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>no follow-up for %n days</source>
        <translation><numerusform>no follow-up for %n day</numerusform><numerusform>no follow-up for %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>no opportunity for %n days</source>
        <translation><numerusform>no opportunity for %n day</numerusform><numerusform>no opportunity for %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the contract ends in %n days</source>
        <translation><numerusform>the contract ends in %n day</numerusform><numerusform>the contract ends in %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the contract ended %n days ago</source>
        <translation><numerusform>the contract ended %n day ago</numerusform><numerusform>the contract ended %n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Falls back to the pool {pool} in %n days: {why}.</source>
        <translation><numerusform>Falls back to the pool {pool} in %n day: {why}.</numerusform><numerusform>Falls back to the pool {pool} in %n days: {why}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A person may claim %n records a day.</source>
        <translation><numerusform>A person may claim %n record a day.</numerusform><numerusform>A person may claim %n records a day.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Nobody may have more than %n open leads at once.</source>
        <translation><numerusform>Nobody may have more than %n open lead at once.</numerusform><numerusform>Nobody may have more than %n open leads at once.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Who had a record before can claim it again after %n days.</source>
        <translation><numerusform>Who had a record before can claim it again after %n day.</numerusform><numerusform>Who had a record before can claim it again after %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record without a follow-up falls back after %n days.</source>
        <translation><numerusform>A record without a follow-up falls back after %n day.</numerusform><numerusform>A record without a follow-up falls back after %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record without an opportunity falls back after %n days.</source>
        <translation><numerusform>A record without an opportunity falls back after %n day.</numerusform><numerusform>A record without an opportunity falls back after %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record falls back %n days after its contract ended.</source>
        <translation><numerusform>A record falls back %n day after its contract ended.</numerusform><numerusform>A record falls back %n days after its contract ended.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>What somebody has just got stays there for %n days at least.</source>
        <translation><numerusform>What somebody has just got stays there for %n day at least.</numerusform><numerusform>What somebody has just got stays there for %n days at least.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The owner is warned %n days before.</source>
        <translation><numerusform>The owner is warned %n day before.</numerusform><numerusform>The owner is warned %n days before.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A person may open %n waiting records a day.</source>
        <translation><numerusform>A person may open %n waiting record a day.</numerusform><numerusform>A person may open %n waiting records a day.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation><numerusform>%n lead</numerusform><numerusform>%n leads</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>splitting</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>%n chosen</numerusform><numerusform>%n chosen</numerusform></translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message numerus="yes">
        <source>%n entries were left as they are: {names}</source>
        <translation><numerusform>%n entry was left as it is: {names}</numerusform><numerusform>%n entries were left as they are: {names}</numerusform></translation>
    </message>
</context>
</TS>
