/// What every page has around its content.
enum LayoutTemplate {
    static let text = #"""
        <!doctype html>
        <html lang="{{frame.language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        {{#frame.refreshSeconds}}<meta http-equiv="refresh" content="{{.}}">{{/frame.refreshSeconds}}
        <title>{{frame.title}} – Linkage</title>
        <link rel="stylesheet" href="/assets/linkage.css">
        <script src="/assets/linkage.js" defer></script>
        <link rel="icon" type="image/svg+xml" href="/assets/linkage.svg">
        </head>
        <body>
        <a class="skip" href="#content">{{t.skipToContent}}</a>
        <header>
        <p class="brand"><a href="/">Linkage</a> <span>{{t.tagline}}</span></p>
        <nav aria-label="{{t.navigation}}">
        <ul>
        {{#frame.who}}
        <li><a href="/">{{t.overview}}</a></li>
        {{#frame.isBuyer}}<li><a href="/products">{{t.products}}</a></li>{{/frame.isBuyer}}
        {{#frame.isSupplier}}<li><a href="/opportunities">{{t.opportunities}}</a></li>{{/frame.isSupplier}}
        {{#frame.isOfficial}}<li><a href="/verify">{{t.verify}}</a></li>
        <li><a href="/suppliers">{{t.suppliersByReadiness}}</a></li>
        <li><a href="/products">{{t.products}}</a></li>
        <li><a href="/publish/rates">{{t.rates}}</a></li>
        <li><a href="/registrations">{{t.registrations}}</a></li>{{/frame.isOfficial}}
        {{#frame.isOperator}}<li><a href="/registrations">{{t.registrations}}</a></li>{{/frame.isOperator}}
        <li><a href="/localization">{{t.localization}}</a></li>
        <li><a href="/gaps">{{t.gaps}}</a></li>
        <li><a href="/refused">{{t.refused}}</a></li>
        {{/frame.who}}
        <li><a href="{{frame.otherHref}}" lang="{{frame.otherLanguage}}" hreflang="{{frame.otherLanguage}}">{{t.otherLanguage}}</a></li>
        </ul>
        </nav>
        </header>
        <main id="content">
        {{#frame.sent}}<p class="sent" role="status">{{.}}</p>{{/frame.sent}}
        {{{content}}}
        </main>
        <footer>
        {{#frame.who}}<form method="post" action="/sign-out"><input type="hidden" name="formKey" value="{{frame.formKey}}"><p>{{.}} <button type="submit">{{t.signOut}}</button></p></form>{{/frame.who}}
        {{^frame.who}}<p>{{t.notSignedIn}}</p>{{/frame.who}}
        </footer>
        </body>
        </html>
        """#
}
