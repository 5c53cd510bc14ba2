<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountsPage</name>
    <message numerus="yes">
        <source>{name} was deleted with its %n sites.</source>
        <translation><numerusform>{name} was deleted with its site.</numerusform><numerusform>{name} was deleted with its %n sites.</numerusform></translation>
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
    <name>ImportDesk</name>
    <message numerus="yes">
        <source>The import of {name} was undone, except for %n records that were changed since.</source>
        <translation><numerusform>The import of {name} was undone, except for %n record that was changed since.</numerusform><numerusform>The import of {name} was undone, except for %n records that were changed since.</numerusform></translation>
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
    <name>Running</name>
    <message numerus="yes">
        <source>%n entries were made again.</source>
        <translation><numerusform>%n entry was made again.</numerusform><numerusform>%n entries were made again.</numerusform></translation>
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
