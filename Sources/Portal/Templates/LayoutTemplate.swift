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
        <link rel="stylesheet" href="/assets/bootstrap.css">
        <link rel="stylesheet" href="/assets/linkage.css">
        <script src="/assets/linkage.js" defer></script>
        <link rel="icon" type="image/svg+xml" href="/assets/linkage.svg">
        </head>
        <body class="container-xxl">
        <a class="visually-hidden-focusable" href="#content">{{t.skipToContent}}</a>
        <header class="navbar border-bottom">
        <p class="m-0"><a class="navbar-brand fw-bold" href="/">Linkage</a> <span class="note">{{t.tagline}}</span></p>
        <nav aria-label="{{t.navigation}}">
        <ul class="nav">
        {{#frame.who}}
        <li class="nav-item"><a class="nav-link" href="/">{{t.overview}}</a></li>
        {{#frame.isBuyer}}<li class="nav-item"><a class="nav-link" href="/products">{{t.products}}</a></li>{{/frame.isBuyer}}
        {{#frame.isSupplier}}<li class="nav-item"><a class="nav-link" href="/opportunities">{{t.opportunities}}</a></li>{{/frame.isSupplier}}
        {{#frame.isOfficial}}<li class="nav-item"><a class="nav-link" href="/verify">{{t.verify}}</a></li>
        <li class="nav-item"><a class="nav-link" href="/suppliers">{{t.suppliersByReadiness}}</a></li>
        <li class="nav-item"><a class="nav-link" href="/products">{{t.products}}</a></li>
        <li class="nav-item"><a class="nav-link" href="/publish/rates">{{t.rates}}</a></li>
        <li class="nav-item"><a class="nav-link" href="/registrations">{{t.registrations}}</a></li>{{/frame.isOfficial}}
        {{#frame.isOperator}}<li class="nav-item"><a class="nav-link" href="/registrations">{{t.registrations}}</a></li>{{/frame.isOperator}}
        <li class="nav-item"><a class="nav-link" href="/localization">{{t.localization}}</a></li>
        <li class="nav-item"><a class="nav-link" href="/gaps">{{t.gaps}}</a></li>
        <li class="nav-item"><a class="nav-link" href="/refused">{{t.refused}}</a></li>
        {{/frame.who}}
        <li class="nav-item"><a class="nav-link" href="{{frame.otherHref}}" lang="{{frame.otherLanguage}}" hreflang="{{frame.otherLanguage}}">{{t.otherLanguage}}</a></li>
        </ul>
        </nav>
        </header>
        <main id="content">
        {{#frame.sent}}<p class="alert alert-success" role="status">{{.}}</p>{{/frame.sent}}
        {{{content}}}
        </main>
        <footer class="border-top mt-4 pt-3">
        {{#frame.who}}<form method="post" action="/sign-out"><input type="hidden" name="formKey" value="{{frame.formKey}}"><p>{{.}} <button type="submit" class="btn btn-sm btn-outline-primary">{{t.signOut}}</button></p></form>{{/frame.who}}
        {{^frame.who}}<p>{{t.notSignedIn}}</p>{{/frame.who}}
        </footer>
        </body>
        </html>
        """#
}
