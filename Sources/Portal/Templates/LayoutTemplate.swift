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
        <link rel="icon" type="image/svg+xml" href="/assets/linkage.svg">
        </head>
        <body>
        <a class="skip" href="#content">{{t.skipToContent}}</a>
        <header>
        <p class="brand"><a href="/?lang={{frame.language}}">Linkage</a> <span>{{t.tagline}}</span></p>
        <nav aria-label="{{t.navigation}}">
        <ul>
        <li><a href="/?lang={{frame.language}}">{{t.overview}}</a></li>
        <li><a href="/gaps?lang={{frame.language}}">{{t.gaps}}</a></li>
        <li><a href="/refused?lang={{frame.language}}">{{t.refused}}</a></li>
        <li><a href="{{frame.otherHref}}" lang="{{frame.otherLanguage}}" hreflang="{{frame.otherLanguage}}">{{t.otherLanguage}}</a></li>
        </ul>
        </nav>
        </header>
        <main id="content">
        {{$main}}{{/main}}
        </main>
        <footer><p>{{t.operatorView}}</p></footer>
        </body>
        </html>
        """#
}
