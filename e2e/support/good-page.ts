/** A small page with no fault in it, in the manner of a question page with errors. Every seeded fault breaks one thing here. */
export const goodPage = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Error: What is your child’s name? – Ask for an assessment – Test council</title>
<style>
body { margin: 0; padding: 1rem; font-family: sans-serif; font-size: 1.1875rem; line-height: 1.4; color: #0b0c0c; background: #ffffff }
a { color: #1a4f7a; text-decoration: underline }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px }
.skip:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.hint { color: #484949 }
.wrong { color: #a2181f; font-weight: bold }
input[type="text"], input[type="email"] { display: block; box-sizing: border-box; inline-size: 100%; max-inline-size: 20rem; padding: 0.5rem; font: inherit; color: inherit; background: #ffffff; border: 2px solid #0b0c0c }
fieldset { margin: 1.5rem 0; padding: 0; border: 0; min-inline-size: 0 }
.choice { position: relative; display: flex; min-block-size: 44px; align-items: center }
.choice input { position: absolute; inline-size: 44px; block-size: 44px; margin: 0; opacity: 0 }
.choice label { padding-inline-start: 60px }
.choice label::before { content: ""; position: absolute; inset: 0 auto auto 0; box-sizing: border-box; inline-size: 44px; block-size: 44px; border: 2px solid; border-radius: 50% }
.choice label::after { content: ""; position: absolute; inset: 12px auto auto 12px; inline-size: 0; block-size: 0; border: 10px solid; border-radius: 50%; opacity: 0 }
.choice input:checked + label::after { opacity: 1 }
.choice input:focus + label::before { outline: 4px solid #0b0c0c; outline-offset: 2px }
button { padding: 0.75rem 1rem; font: inherit; color: #ffffff; background: #005a30; border: 2px solid transparent }
nav ul { padding: 0; list-style: none }
nav li { margin-block-end: 1rem }
nav a { display: inline-block; padding: 0.5rem 0 }
</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><p>Test council</p>
<nav aria-label="Pages"><ul><li><a href="/start">Start</a></li><li><a href="/help">Help</a></li></ul></nav></header>
<main id="main">
<div class="govuk-error-summary" role="alert" aria-labelledby="problem" tabindex="-1"><h2 id="problem">There is a problem</h2>
<ul><li><a href="#name">Enter your child’s name</a></li></ul></div>
<h1>What is your child’s name?</h1>
<p>You can use any name. Read <a href="/names">how we use names</a> first.</p>
<form method="post" action="/name" novalidate>
<p><label for="name">Full name</label></p>
<p class="hint" id="name-hint">As it is on letters</p>
<p class="wrong" id="name-wrong">Enter your child’s name</p>
<input type="text" id="name" name="name" autocomplete="off" aria-invalid="true" aria-describedby="name-hint name-wrong">
<p><label for="email">Your email address</label></p>
<input type="email" id="email" name="email" autocomplete="email">
<fieldset><legend>Is your child in school?</legend>
<div class="choice"><input type="radio" id="yes" name="school" value="yes" checked><label for="yes">Yes</label></div>
<div class="choice"><input type="radio" id="no" name="school" value="no"><label for="no">No</label></div>
</fieldset>
<p><button type="submit">Continue</button></p>
</form>
<h2>Get help</h2>
<h3>By phone</h3>
<p>Call us from Monday to Friday.</p>
<table><caption>When we are open</caption><thead><tr><th scope="col">Day</th><th scope="col">Hours</th></tr></thead>
<tbody><tr><td>Monday</td><td>9am to 5pm</td></tr></tbody></table>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="Map of our office" width="40" height="40"></p>
</main>
<footer><p>Run by Test council</p></footer>
</body>
</html>
`
