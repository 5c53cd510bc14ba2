<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportDesk</name>
    <message numerus="yes">
        <source>The import of {name} was undone, except for %n records that were changed since.</source>
        <translation><numerusform>The import of {name} was undone, except for %n record that was changed since.</numerusform><numerusform>The import of {name} was undone, except for %n records that were changed since.</numerusform></translation>
    </message>
</context>
</TS>
